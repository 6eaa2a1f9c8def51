# shellcheck shell=sh
# How the program is started. Sourced with $root, $distribution, $jdk and $jdk_version set.
# shellcheck disable=SC2154 # which come from who sources this

# For short runs. The AOT cache is made with the same options and is only taken with them.
jvm_options='-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable'

# Whether something the program is made of is newer than the program. One find over the sources
# costs a few milliseconds; a folder counts too, its time tells that a file was removed.
is_stale() {
    [ -f "$distribution/built" ] || return 0
    [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/tools" -newer "$distribution/built" 2>/dev/null)" ]
}

# Whether the AOT cache was made by this JDK.
is_trained() {
    [ -r "$distribution/trained" ] || return 1
    read -r trained_by <"$distribution/trained" && [ " $trained_by" = "$jdk_version" ]
}

# Becomes the program. A cache that does not fit is ignored by the JVM without a word.
launch() {
    # shellcheck disable=SC2086 # the options are several words
    exec "$jdk/bin/java" $jvm_options -XX:AOTCache="$distribution/jplay.aot" \
        -Djplay.home="$root" -jar "$distribution/lib/jplay.jar" "$@"
}
