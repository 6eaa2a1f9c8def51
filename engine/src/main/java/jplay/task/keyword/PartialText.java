package jplay.task.keyword;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import jplay.value.TemplateString;

/** Renders what it can of a text that is only shown; what it cannot says why, in its place. */
public record PartialText(Templar templar, Scope scope) {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    public String of(TemplateString text) {
        var errors = new AtomicInteger();
        return EXPRESSION
                .matcher(text.text())
                .replaceAll(found -> Matcher.quoteReplacement(piece(text, found, errors)));
    }

    private String piece(TemplateString text, MatchResult found, AtomicInteger errors) {
        try {
            return String.valueOf(
                    templar.render(new TemplateString(found.group(), text.origin()), scope));
        } catch (TemplateException e) {
            return "<< error %d - %s >>".formatted(errors.incrementAndGet(), e.getMessage());
        }
    }
}
