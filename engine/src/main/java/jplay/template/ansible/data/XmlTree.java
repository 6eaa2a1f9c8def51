package jplay.template.ansible.data;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import org.jspecify.annotations.Nullable;

/** {@code from_xml}: XML as a dict; nothing is fetched and no entity but XML's own is known. */
final class XmlTree {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY");

    private final XMLStreamReader reader;

    private XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Object apply(FilterCall call) {
        XmlText.refuseEngine("from_xml", call.text("engine"));
        var text = call.value() instanceof CharSequence written ? written.toString() : "";
        try {
            if (ENTITY.matcher(text).find()) {
                throw new XMLStreamException("entities are not allowed");
            }
            return document(FACTORY.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw PythonError.value("Error when using plugin 'from_xml': Input Xml is not valid");
        }
    }

    private static Object document(XMLStreamReader reader) throws XMLStreamException {
        var root = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var name = reader.getLocalName();
                root.put(name, new XmlTree(reader).element());
            }
        }
        return root;
    }

    /** The element that the reader stands at; afterwards it stands at its end. */
    private @Nullable Object element() throws XMLStreamException {
        var content = attributes();
        var text = new StringBuilder();
        for (var event = reader.next();
                event != XMLStreamConstants.END_ELEMENT;
                event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    add(content, name, element());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("unknown entity");
                default -> {}
            }
        }
        var stripped = Strings.strip(text.toString());
        if (content.isEmpty()) {
            return stripped.isEmpty() ? null : stripped;
        }
        if (!stripped.isEmpty()) {
            content.put("#text", stripped);
        }
        return content;
    }

    private Map<@Nullable Object, @Nullable Object> attributes() {
        var attributes = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var prefix = reader.getAttributePrefix(i);
            var name = reader.getAttributeLocalName(i);
            attributes.put(
                    "@" + (prefix == null || prefix.isEmpty() ? name : prefix + ":" + name),
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Puts a child to the others of its name. */
    private static void add(
            Map<@Nullable Object, @Nullable Object> content, String name, @Nullable Object child) {
        if (!content.containsKey(name)) {
            content.put(name, child);
        } else if (content.get(name) instanceof List<?> list) {
            var more = new ArrayList<@Nullable Object>(list);
            more.add(child);
            content.put(name, more);
        } else {
            var both = new ArrayList<@Nullable Object>();
            both.add(content.get(name));
            both.add(child);
            content.put(name, both);
        }
    }
}
