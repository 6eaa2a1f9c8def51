package jplay.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.module.ModuleCatalog;
import jplay.template.expr.Catalog;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Expression;
import jplay.template.expr.ExpressionParser;
import jplay.template.jinja.ParsedTemplate;
import jplay.template.plugin.Plugins;
import jplay.template.python.PythonError;
import jplay.template.scan.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Parses templates and expressions and keeps them; also finds the templates that others include.
 */
final class TemplateStore {
    private final Catalog catalog;
    private final TemplateCache<Source, Prepared> templates = new TemplateCache<>();
    private final TemplateCache<String, Expression> expressions = new TemplateCache<>();
    private final Consumer<String> deprecations;
    private final Settings settings;
    private final ModuleCatalog modules;

    TemplateStore(Consumer<String> deprecations, Settings settings, ModuleCatalog modules) {
        this.deprecations = deprecations;
        this.settings = settings;
        this.catalog = Plugins.ANSIBLE.extended(settings.list(Setting.JINJA2_EXTENSIONS));
        this.modules = modules;
    }

    Settings settings() {
        return settings;
    }

    ModuleCatalog modules() {
        return modules;
    }

    /** A text and how it is written. */
    private record Source(String text, Syntax syntax) {
        /** A text is hardly ever written in two ways. */
        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    Catalog catalog() {
        return catalog;
    }

    void deprecate(String message) {
        deprecations.accept(message);
    }

    /** A bare expression; strings in it that hold templates are rendered. */
    Expression expression(String text) {
        return expressions.get(text, source -> ExpressionParser.parse(source, catalog, true));
    }

    /** A value of a playbook. */
    Prepared value(String text) {
        return template(text, Syntax.VALUE);
    }

    /** Any template. */
    Prepared template(String text, Syntax syntax) {
        return templates.get(new Source(text, syntax), this::prepare);
    }

    private Prepared prepare(Source source) {
        var header = Header.of(source.text, source.syntax);
        if (header.body().length() == source.text.length()
                && !Prepared.isTemplate(source.text, source.syntax)) {
            return new Prepared(this, header.body(), header.syntax(), null);
        }
        var parsed =
                ParsedTemplate.parse(ParsedTemplate.TOP, header.body(), header.syntax(), catalog);
        return new Prepared(this, header.body(), header.syntax(), parsed);
    }

    /** A template that another includes. */
    Optional<ParsedTemplate> included(String name, Syntax syntax, Evaluation evaluation) {
        return evaluation.surroundings().searchPath().stream()
                .flatMap(folder ->
                        java.util.stream.Stream.of(
                                folder.resolve("templates").resolve(name), folder.resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> ParsedTemplate.parse(file.toString(), read(file), syntax, catalog));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PythonError(
                    "TemplateNotFound",
                    "the template " + file + " could not be read: " + e.getMessage());
        }
    }

    /**
     * A text ready to be rendered.
     *
     * @param parsed null when there is nothing to render in it
     */
    record Prepared(
            TemplateStore store, String text, Syntax syntax, @Nullable ParsedTemplate parsed) {
        static boolean isTemplate(String text, Syntax syntax) {
            var marks = syntax.marks();
            return text.contains(marks.variableStart())
                    || text.contains(marks.blockStart())
                    || text.contains(marks.commentStart());
        }

        /** What it gives; the newlines at the end of a text are kept. */
        @Nullable Object render(Evaluation evaluation) {
            if (parsed == null) {
                return text;
            }
            var result =
                    parsed.render(evaluation, name -> store.included(name, syntax, evaluation));
            if (!(result instanceof String string)) {
                return result;
            }
            var lost = newlinesAtEnd(text) - newlinesAtEnd(string);
            return lost > 0 ? string + syntax.newline().repeat(lost) : string;
        }

        private static int newlinesAtEnd(String text) {
            var end = text.length();
            while (end > 0 && text.charAt(end - 1) == '\n') {
                end--;
            }
            return text.length() - end;
        }
    }
}
