package jplay.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests against hosts of the lab: run by {@code ./verify --lab}, skipped where no container engine
 * can run; one class at a time, since hosts take a machine's memory and processors.
 */
@Documented
@Tag("lab")
@ExtendWith(NeedsEngine.class)
@ResourceLock("lab")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LabTest {}
