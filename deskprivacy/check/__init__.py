"""Judgement: pure functions from the register to findings. They know neither files nor documents."""
