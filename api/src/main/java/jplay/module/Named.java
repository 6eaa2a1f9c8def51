package jplay.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The names of a module and the sentence that describes it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {
    /**
     * Full name, such as {@code ansible.builtin.copy}; the last part is its short name where it is
     * a builtin.
     */
    String value();

    /** What it does, in one sentence. */
    String summary();

    /** Other full or short names it answers to. */
    String[] aliases() default {};

    /**
     * The argument that takes the free text behind the module's name ({@code command: ls -l});
     * empty when there is none.
     */
    String freeForm() default "";
}
