package jplay.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An argument of a module, declared on a component of its record. The argument's name is the
 * component's in snake case.
 *
 * <p>A component that is neither {@link java.util.Optional} nor has {@link #orElse()} nor is a list
 * or map is required.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Arg {
    /** Marks an argument without a default. */
    String NONE = "\0";

    /** What it is for, in one or two sentences. */
    String value();

    /** The default, written as a playbook would; converted like any given value. */
    String orElse() default NONE;

    /**
     * The name users write, where it cannot be a Java name ({@code default}, {@code _raw_params}).
     */
    String name() default "";

    /** Other names users may write. */
    String[] aliases() default {};

    /** Whether it takes, as a map, the arguments that no other component is named for. */
    boolean rest() default false;
}
