package jplay.task.keyword;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What flags and configuration say about tasks that say nothing themselves.
 *
 * @param keywords by their name: {@code become}, {@code become_user}, {@code connection}, {@code
 *     remote_user}, ...
 * @param becomePassword asked for at the start
 */
public record TaskDefaults(
        boolean check,
        boolean diff,
        Map<String, @Nullable Object> keywords,
        Optional<String> becomePassword) {}
