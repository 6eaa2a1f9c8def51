package jplay.template.ansible.general;

import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Types;

/** {@code a_module}: whether there is a module of that name. */
final class ModuleTest {
    private ModuleTest() {}

    static Object apply(FilterCall call) {
        if (!(call.value() instanceof CharSequence name)) {
            throw PythonError.type("unsupported type " + Types.name(call.value()));
        }
        return call.evaluation().surroundings().isModule(name.toString());
    }
}
