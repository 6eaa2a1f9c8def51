# shellcheck shell=sh
# How the program is started. Sourced with $root, $jdk and $jdk_version set.
# shellcheck disable=SC2154 # which come from who sources this

# For short runs. The AOT cache is made with the same options and is only taken with them.
jvm_options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'

# Sets $distribution to the folder a pointer file names: current, or next while it is being made.
find_distribution() {
    distribution=$root/cli/target/jplay/none
    if [ -r "$root/cli/target/jplay/$1" ]; then
        read -r distribution_name <"$root/cli/target/jplay/$1"
        distribution=$root/cli/target/jplay/$distribution_name
    fi
}

# Whether something the program is made of is newer than the program. One find over the sources
# costs a few milliseconds; a folder counts too, its time tells that a file was removed.
is_stale() {
    [ -f "$distribution/built" ] || return 0
    [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/tests/training" "$root/tools" -newer "$distribution/built" 2>/dev/null)" ]
}

# Whether this JDK has had its training run, so that the AOT cache fits or there can be none.
is_trained() {
    [ -r "$distribution/trained" ] || return 1
    read -r trained_by <"$distribution/trained" && [ " $trained_by" = "$jdk_version" ]
}

# Becomes the program. The JVM itself was seen to take a cache whose jars had changed: only a cache
# that was made for this very folder by this very JDK is named. JPLAY_JAVA_OPTIONS win over ours.
launch() {
    set -- -Djplay.home="$root" -jar "$distribution/lib/jplay.jar" "$@"
    if is_trained && [ -f "$distribution/jplay.aot" ]; then
        set -- -XX:AOTCache="$distribution/jplay.aot" "$@"
    fi
    # shellcheck disable=SC2086 # the options are several words
    exec "$jdk/bin/java" $jvm_options ${JPLAY_JAVA_OPTIONS:-} "$@"
}
