package jplay.module;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record is made of the values of its arguments. Reflection reads annotations anew each time
 * it is asked for a record's components, so it is asked once.
 *
 * @param groups for each component the group it is, if any
 */
record ArgRecord(Constructor<?> constructor, List<Optional<ArgRecord>> groups) {
    ArgRecord {
        groups = List.copyOf(groups);
    }

    static ArgRecord of(Class<?> type) throws NoSuchMethodException {
        var components = type.getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        var groups = new ArrayList<Optional<ArgRecord>>();
        for (var component : components) {
            groups.add(
                    component.isAnnotationPresent(ArgGroup.class)
                            ? Optional.of(of(component.getType()))
                            : Optional.empty());
        }
        return new ArgRecord(constructor, groups);
    }

    /** Makes a record, and the groups within, of the values of its arguments in their order. */
    Object make(Iterator<? extends @Nullable Object> values) throws ReflectiveOperationException {
        var given = new @Nullable Object[groups.size()];
        for (var i = 0; i < given.length; i++) {
            var group = groups.get(i);
            given[i] = group.isPresent() ? group.get().make(values) : values.next();
        }
        return constructor.newInstance(given);
    }
}
