package jplay.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule over several arguments of a module, checked while binding. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Constraint.All.class)
public @interface Constraint {
    /** What the rule demands. */
    enum Kind {
        MUTUALLY_EXCLUSIVE,
        REQUIRED_TOGETHER,
        REQUIRED_ONE_OF,
        /**
         * The arguments are required when {@link Constraint#when()} is given, as {@code
         * state=present}.
         */
        REQUIRED_IF
    }

    /** The kind of rule. */
    Kind value();

    /** Names of the arguments it is about. */
    String[] arguments();

    /** For {@link Kind#REQUIRED_IF}: {@code argument=value}. */
    String when() default "";

    /** Holder of several rules. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Constraint[] value();
    }
}
