package jplay.template.jinja;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.template.expr.Catalog;
import jplay.template.expr.Evaluation;
import jplay.template.python.PythonError;
import jplay.template.scan.Syntax;
import org.jspecify.annotations.Nullable;

/** A template ready to be rendered, any number of times, by several threads. */
public final class ParsedTemplate {
    /** The name of a text that nothing includes. */
    public static final String TOP = "template";

    private final String name;
    private final Syntax syntax;
    private final List<Node> body;
    private final Map<String, BlockStatement> blocks;
    private final boolean plain;

    ParsedTemplate(
            Source source, List<Node> body, Map<String, BlockStatement> blocks, boolean usesSelf) {
        this.name = source.name;
        this.syntax = source.syntax;
        this.body = List.copyOf(body);
        this.blocks = Map.copyOf(blocks);
        this.plain =
                !usesSelf
                        && body.stream()
                                .allMatch(node ->
                                        node instanceof TextPart || node instanceof ValuePart);
    }

    /** What a template is called and how it is written. */
    record Source(String name, Syntax syntax) {}

    /**
     * Parses a template.
     *
     * @param name as error messages call it
     */
    public static ParsedTemplate parse(String name, String source, Syntax syntax, Catalog catalog) {
        try {
            return new TemplateParser(name, source, syntax, catalog).template();
        } catch (PythonError e) {
            throw name.equals(TOP) ? e : e.leaving(name);
        }
    }

    String name() {
        return name;
    }

    Syntax syntax() {
        return syntax;
    }

    List<Node> body() {
        return body;
    }

    Map<String, BlockStatement> blocks() {
        return blocks;
    }

    /** The file it was included from; none for a text of which only its reader knows the place. */
    Optional<String> file() {
        return name.equals(TOP) ? Optional.empty() : Optional.of(name);
    }

    /** An error as those see it who took in this template. */
    RuntimeException leaving(RuntimeException error) {
        return error instanceof PythonError known && file().isPresent()
                ? known.leaving(name)
                : error;
    }

    /** What it gives: a value when its output is one value, else text. */
    public @Nullable Object render(Evaluation outside, Loader loader) {
        if (plain) {
            return evaluateParts(outside);
        }
        return Rendering.of(this, outside, loader).run();
    }

    /** Text and expressions need no interpreter. */
    private @Nullable Object evaluateParts(Evaluation outside) {
        if (body.size() == 1
                && body.getFirst() instanceof ValuePart only
                && syntax.dialect() == jplay.template.expr.Dialect.ANSIBLE) {
            return only.evaluate(outside);
        }
        var sink = new Sink(syntax.dialect(), false);
        for (var node : body) {
            if (node instanceof TextPart text) {
                sink.text(text.text());
            } else if (node instanceof ValuePart value) {
                sink.value(value.evaluate(outside), outside.escaping());
            }
        }
        return sink.result();
    }

    /** Jinjava wraps what goes wrong within its nodes. */
    static RuntimeException cause(InterpretException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof PythonError error) {
                return error;
            }
            if (!(cause instanceof InterpretException) && cause instanceof RuntimeException other) {
                return other;
            }
        }
        return wrapped;
    }
}
