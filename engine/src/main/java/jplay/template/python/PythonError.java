package jplay.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.value.Layout;
import jplay.value.TemplateString;

/**
 * An exception as Python would raise it: cheap, without a stack, with the place in the template
 * once it is known, and the places where other templates took in that one.
 */
public final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String kind;
    private final transient Optional<Undefined> undefined;
    private final transient List<Place> way;

    public PythonError(String kind, String message) {
        this(kind, message, Optional.empty(), List.of());
    }

    private PythonError(
            String kind, String message, Optional<Undefined> undefined, List<Place> way) {
        super(message, null, false, false);
        this.kind = kind;
        this.undefined = undefined;
        this.way = way;
    }

    /**
     * A place in a template.
     *
     * @param file none for the text being rendered, of which only its reader knows the place
     */
    public record Place(Optional<String> file, int line, int column) {
        /** The place as the user knows it when a text is being rendered. */
        public Location in(TemplateString text) {
            return file.map(name -> new Location(name, line, column))
                    .orElseGet(() -> text.place(line, column));
        }
    }

    /** A value of the wrong type. */
    public static PythonError type(String message) {
        return new PythonError("TypeError", message);
    }

    /** A value that is not acceptable. */
    public static PythonError value(String message) {
        return new PythonError("ValueError", message);
    }

    /** The template is not well formed. */
    public static PythonError syntax(String message, int line, int column) {
        return new PythonError(
                "TemplateSyntaxError",
                message,
                Optional.empty(),
                List.of(new Place(Optional.empty(), line, column)));
    }

    /** Something undefined was needed that was perhaps read at a known place. */
    static PythonError undefined(Undefined undefined, Optional<Place> place) {
        return new PythonError(
                "UndefinedError",
                undefined.message(),
                Optional.of(undefined),
                place.stream().toList());
    }

    /** The same at a place of the template, when it has no place yet. */
    public PythonError at(int line, int column) {
        return isHere() ? this : with(new Place(Optional.empty(), line, column), way);
    }

    /** The same as it leaves a template for one that takes it in. */
    public PythonError leaving(String file) {
        if (!isHere()) {
            return this;
        }
        var here = way.getLast();
        return with(
                new Place(Optional.of(file), here.line, here.column),
                way.subList(0, way.size() - 1));
    }

    /** Whether the place in the template being rendered is known. */
    private boolean isHere() {
        return !way.isEmpty() && way.getLast().file.isEmpty();
    }

    private PythonError with(Place last, List<Place> before) {
        var longer = new ArrayList<>(before);
        longer.add(last);
        return new PythonError(kind, getMessage(), undefined, List.copyOf(longer));
    }

    /** The same with another text. */
    public PythonError saying(String message) {
        return new PythonError(kind, message, undefined, way);
    }

    /** The same in another text than the one being rendered. */
    public PythonError within(String source) {
        var text = new TemplateString("", new Location(source, 1, 1), Layout.WHOLE);
        var place = way.isEmpty() ? source : way.getFirst().in(text);
        return new PythonError(kind, getMessage() + " (" + place + ")", undefined, List.of());
    }

    /** The Python class, as {@code TypeError}. */
    public String kind() {
        return kind;
    }

    /** What was undefined, when that is the cause. */
    public Optional<Undefined> undefined() {
        return undefined;
    }

    /** Where it happened, and then what took in the template where that is; empty when unknown. */
    public List<Place> way() {
        return way;
    }
}
