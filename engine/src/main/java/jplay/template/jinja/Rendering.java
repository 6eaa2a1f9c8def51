package jplay.template.jinja;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Surroundings;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of one template: where output goes, what names are set, which blocks override
 * which.
 */
final class Rendering extends JinjavaInterpreter implements Evaluation {
    /** How the run of a body ended. */
    enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private static final int DEEPEST = 200;
    private static final Jinjava JINJAVA = new Jinjava(JinjavaConfig.newBuilder().build());

    private final ParsedTemplate template;
    private final Evaluation outside;
    private final Loader loader;
    private final boolean seesVariables;
    private final Frame root;
    private final Sink output;
    private final Map<String, List<BlockStatement>> blocks = new HashMap<>();
    private Frame frame;
    private Sink sink;
    private boolean escaping;
    private Flow flow = Flow.ON;
    private @Nullable ParsedTemplate parent;
    private int depth;

    private Rendering(
            ParsedTemplate template, Evaluation outside, Loader loader, boolean seesVariables) {
        super(JINJAVA, new Context(JINJAVA.getGlobalContext()), JINJAVA.getGlobalConfig());
        this.template = template;
        this.outside = outside;
        this.loader = loader;
        this.seesVariables = seesVariables;
        this.root = new Frame(null);
        this.frame = root;
        this.escaping = outside.escaping();
        this.output = new Sink(template.syntax().dialect(), escaping);
        this.sink = output;
    }

    static Rendering of(ParsedTemplate template, Evaluation outside, Loader loader) {
        return new Rendering(template, outside, loader, true);
    }

    /** The rendering of a template that this one includes or imports. */
    Rendering nested(ParsedTemplate other, boolean withVariables) {
        var nested = new Rendering(other, this, loader, withVariables);
        nested.depth = depth + 1;
        nested.refuseDepth();
        return nested;
    }

    /** Renders it all and answers what came out; errors name the file. */
    @Nullable Object run() {
        return inFile(this::all);
    }

    /** Runs something of this template, of which errors name the file if it is not the first. */
    <T extends @Nullable Object> T inFile(Supplier<T> work) {
        try {
            return work.get();
        } catch (PythonError e) {
            throw template.leaving(e);
        } catch (InterpretException e) {
            throw template.leaving(ParsedTemplate.cause(e));
        }
    }

    private @Nullable Object all() {
        root.set("self", new Blocks(this));
        addBlocks(template);
        body(template.body());
        while (parent != null) {
            var next = parent;
            parent = null;
            addBlocks(next);
            body(next.body());
        }
        return output.result();
    }

    private void addBlocks(ParsedTemplate of) {
        of.blocks()
                .forEach((name, block) ->
                        blocks.computeIfAbsent(name, _ -> new ArrayList<>()).add(block));
    }

    /** The definitions of a block, the most derived first. */
    List<BlockStatement> blocks(String name) {
        return blocks.getOrDefault(name, List.of());
    }

    /** Goes on with another template when this one is done. */
    void extend(ParsedTemplate by) {
        if (parent != null) {
            throw new PythonError("TemplateRuntimeError", "extended multiple times");
        }
        parent = by;
    }

    /** Whether output is dropped because another template is extended. */
    boolean isSilent() {
        return parent != null && sink == output;
    }

    Loader loader() {
        return loader;
    }

    /** Names set at the top of the template. */
    Frame root() {
        return root;
    }

    Frame frame() {
        return frame;
    }

    Flow flow() {
        return flow;
    }

    void flow(Flow next) {
        flow = next;
    }

    void put(String text) {
        if (!isSilent()) {
            sink.text(text);
        }
    }

    void put(@Nullable Object value) {
        if (!isSilent()) {
            sink.value(value, escaping);
        }
    }

    /** Runs statements one after the other, until one breaks out of the loop around them. */
    void body(List<Node> nodes) {
        for (var node : nodes) {
            node.render(this);
            if (flow != Flow.ON) {
                return;
            }
        }
    }

    /** The file whose text this is, when it was included. */
    Optional<String> source() {
        return template.file();
    }

    /** Runs statements in a frame of their own within another. */
    void within(Frame inner, Runnable body) {
        var before = frame;
        frame = inner;
        try {
            body.run();
        } finally {
            frame = before;
        }
    }

    /** Runs statements whose output is a value instead. */
    @Nullable Object capture(Frame inner, Runnable body) {
        var before = sink;
        var captured = new Sink(template.syntax().dialect(), escaping);
        sink = captured;
        depth++;
        try {
            refuseDepth();
            within(inner, body);
            return captured.result();
        } finally {
            depth--;
            sink = before;
        }
    }

    private void refuseDepth() {
        if (depth > DEEPEST) {
            throw new PythonError("RecursionError", "maximum recursion depth exceeded");
        }
    }

    /** Runs statements with escaping switched. */
    void escaping(boolean wanted, Runnable body) {
        var before = escaping;
        escaping = wanted;
        try {
            body.run();
        } finally {
            escaping = before;
        }
    }

    @Override
    public @Nullable Object variable(String name) {
        var set = frame.get(name);
        if (set != PythonObject.ABSENT) {
            return set;
        }
        return seesVariables ? outside.variable(name) : outside.global(name);
    }

    @Override
    public @Nullable Object global(String name) {
        return outside.global(name);
    }

    @Override
    public Dialect dialect() {
        return template.syntax().dialect();
    }

    @Override
    public Catalog catalog() {
        return outside.catalog();
    }

    @Override
    public boolean escaping() {
        return escaping;
    }

    @Override
    public @Nullable Object render(TemplateString text) {
        return outside.render(text);
    }

    @Override
    public Surroundings surroundings() {
        return outside.surroundings();
    }
}
