package jplay.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.playbook.Task.LoopSource;
import jplay.task.keyword.Keywords;
import jplay.task.keyword.Overlay;
import jplay.task.keyword.TaskProblem;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import jplay.template.WrittenText;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** What a task loops over, and what each turn sees. */
record Loop(LoopSource source, Templar templar, Scope scope) {
    /** One turn: the item, the variables it adds, those its result keeps, those a user wrote. */
    record Turn(
            @Nullable Object item,
            Map<String, @Nullable Object> vars,
            Map<String, @Nullable Object> kept,
            Map<String, Object> written) {}

    /** All turns. */
    List<Turn> turns() {
        var items = items();
        var written = written(items.size());
        var turns = new ArrayList<Turn>(items.size());
        for (var i = 0; i < items.size(); i++) {
            turns.add(turn(items, i, written.get(i)));
        }
        return turns;
    }

    /** The items as a user wrote them, where that is known. */
    private List<Optional<Object>> written(int size) {
        Object list =
                source.terms() instanceof TemplateString template
                        ? new WrittenText(scope).behind(template.text()).orElse(List.of())
                        : source.terms();
        return list instanceof List<?> raw && raw.size() == size
                ? raw.stream().<Optional<Object>>map(Optional::ofNullable).toList()
                : Collections.nCopies(size, Optional.empty());
    }

    private List<?> items() {
        if (source.lookup().equals("loop")) {
            var value = templar.render(source.terms(), scope);
            if (value instanceof List<?> list) {
                return list;
            }
            throw TaskProblem.bare(
                    "The `loop` value must resolve to a 'list', not '" + typeName(value) + "'.");
        }
        return lookup();
    }

    /** {@code with_x: terms} is {@code loop: query('x', terms)}. */
    private List<?> lookup() {
        var name = source.lookup();
        var terms = terms();
        var expression =
                "query('" + name + "', " + (terms instanceof List ? "*" : "") + "_jplay_terms)";
        var vars = new LinkedHashMap<String, @Nullable Object>();
        vars.put("_jplay_terms", terms);
        var found = templar.expression(expression, source.location(), Overlay.of(scope, vars));
        return found instanceof List<?> list ? list : Collections.singletonList(found);
    }

    private @Nullable Object terms() {
        var rendered = templar.render(source.terms(), scope);
        var whole = source.lookup().equals("first_found") && rendered instanceof List;
        return whole ? Collections.singletonList(rendered) : rendered;
    }

    private Turn turn(List<?> items, int index, Optional<Object> raw) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        var kept = new LinkedHashMap<String, @Nullable Object>();
        var item = items.get(index);
        vars.put(variable(), item);
        vars.put("ansible_loop_var", variable());
        kept.put(variable(), item);
        kept.put("ansible_loop_var", variable());
        indexVariable()
                .ifPresent(name -> {
                    vars.put(name, (long) index);
                    vars.put("ansible_index_var", name);
                    kept.put(name, (long) index);
                    kept.put("ansible_index_var", name);
                });
        if (control("extended").map(value -> Keywords.truth("extended", value)).orElse(false)) {
            var extended = extended(items, index);
            vars.put("ansible_loop", extended);
            kept.put("ansible_loop", extended);
        }
        var written = raw.map(as -> Map.of(variable(), as)).orElse(Map.of());
        return new Turn(item, vars, kept, written);
    }

    private Map<String, @Nullable Object> extended(List<?> items, int index) {
        var loop = new LinkedHashMap<String, @Nullable Object>();
        var length = (long) items.size();
        if (control("extended_allitems")
                .map(value -> Keywords.truth("extended_allitems", value))
                .orElse(true)) {
            loop.put("allitems", items);
        }
        loop.put("index", index + 1L);
        loop.put("index0", (long) index);
        loop.put("first", index == 0);
        loop.put("last", index + 1 == length);
        loop.put("length", length);
        loop.put("revindex", length - index);
        loop.put("revindex0", length - index - 1);
        if (index + 1 < length) {
            loop.put("nextitem", items.get(index + 1));
        }
        if (index > 0) {
            loop.put("previtem", items.get(index - 1));
        }
        return loop;
    }

    /** The name of the variable that holds the item. */
    String variable() {
        return control("loop_var").map(Object::toString).orElse("item");
    }

    private Optional<String> indexVariable() {
        return control("index_var").map(Object::toString);
    }

    /** Seconds between turns. */
    double pause() {
        return control("pause").map(value -> Double.parseDouble(value.toString())).orElse(0.0);
    }

    /** Conditions that end the loop early. */
    Optional<Object> breakWhen() {
        return Optional.ofNullable(source.control().get("break_when"));
    }

    private Optional<Object> control(String name) {
        return Optional.ofNullable(templar.render(source.control().get(name), scope));
    }

    /** How the item of a turn is shown. */
    String label(Turn turn, Scope turnScope) {
        var written = source.control().get("label");
        try {
            return text(written == null ? turn.item() : templar.render(written, turnScope));
        } catch (TemplateException e) {
            throw new TaskFailure(
                    Result.failure("Failed to template loop_control.label: " + e.getMessage()));
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof String plain) {
            return plain;
        }
        var vars = Collections.<String, @Nullable Object>singletonMap("_jplay_label", value);
        var template = new TemplateString("{{ _jplay_label | string }}", source.location());
        return String.valueOf(templar.render(template, Overlay.of(scope, vars)));
    }

    private static String typeName(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Map<?, ?> _ -> "dict";
            case Boolean _ -> "bool";
            case Long _, Integer _, java.math.BigInteger _ -> "int";
            case Double _ -> "float";
            default -> "str";
        };
    }
}
