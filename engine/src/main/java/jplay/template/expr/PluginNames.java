package jplay.template.expr;

import java.util.List;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** Finds filters and tests while parsing and notes the unknown ones. */
record PluginNames(Catalog catalog, List<PythonError> unknown) {
    @Nullable Plugin filter(String name, Token place) {
        var filter = catalog.filter(name).orElse(null);
        if (filter == null) {
            unknown.add(
                    Invocation.unknown("filter", name, catalog.filterNames())
                            .at(place.line(), place.column()));
        }
        return filter;
    }

    @Nullable Plugin test(String name, Token place) {
        var test = catalog.test(name).orElse(null);
        if (test == null) {
            unknown.add(
                    Invocation.unknown("test", name, catalog.testNames())
                            .at(place.line(), place.column()));
        }
        return test;
    }
}
