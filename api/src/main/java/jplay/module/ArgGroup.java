package jplay.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Several arguments that modules have in common, declared once: marks a component whose type is a
 * record of {@link Arg}s. Users write them as if each stood in the module's own record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ArgGroup {}
