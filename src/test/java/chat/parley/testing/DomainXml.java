package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Payara's configuration file, edited while its server is down: much quicker than the tool, and before the first bind. */
final class DomainXml {
    private static final String SERVER = "//config[@name='server-config']";

    private final Path file;
    private final Document document;

    DomainXml(Path file) {
        this.file = file;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IllegalStateException("Reading " + file, malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sets an attribute of the one element that the path selects below the server's configuration. */
    DomainXml set(String path, String attribute, Object value) {
        element(SERVER + path).setAttribute(attribute, value.toString());
        return this;
    }

    /** Adds a JVM option; an {@code -Xmx} replaces the one that is there. */
    DomainXml addJvmOption(String option) {
        if (option.startsWith("-Xmx")) {
            return setJvmOption("-Xmx", option.substring("-Xmx".length()));
        }
        element(SERVER + "/java-config")
                .appendChild(document.createElement("jvm-options"))
                .setTextContent(option);
        return this;
    }

    /** Gives another value to the one JVM option that starts so. */
    DomainXml setJvmOption(String start, Object value) {
        element(SERVER + "/java-config/jvm-options[starts-with(., '" + start + "')]")
                .setTextContent(start + value);
        return this;
    }

    void save() {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (TransformerException failed) {
            throw new IllegalStateException("Writing " + file, failed);
        }
    }

    private Element element(String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            if (found.getLength() != 1) {
                throw new IllegalStateException(found.getLength() + " elements at " + path + " in " + file);
            }
            return (Element) found.item(0);
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }
}
