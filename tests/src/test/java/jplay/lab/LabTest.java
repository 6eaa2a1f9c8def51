package jplay.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against hosts of the lab: run by {@code ./verify --lab}, skipped where no container engine
 * can run.
 */
@Documented
@Tag("lab")
@ExtendWith(NeedsEngine.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LabTest {}
