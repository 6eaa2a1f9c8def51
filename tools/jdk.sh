# shellcheck shell=sh
# Finds a JDK without starting it. Sourced by ./jplay, ./verify and .ci/run with $root set.
# find_jdk sets $jdk (its folder) and $jdk_version (who made it, and its full version).
# shellcheck disable=SC2154,SC2034 # $root comes from, $jdk_version goes to who sources this

jdk_wanted=25

# Whether a folder holds a JDK that is new enough.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    jdk_version='' jdk_feature=0
    while IFS='=' read -r jdk_key jdk_value; do
        jdk_value=${jdk_value#\"}
        jdk_value=${jdk_value%\"}
        case $jdk_key in
            JAVA_VERSION) jdk_feature=${jdk_value%%[!0-9]*} ;;
            IMPLEMENTOR | JAVA_RUNTIME_VERSION) jdk_version="$jdk_version $jdk_value" ;;
        esac
    done <"$1/release"
    [ "${jdk_feature:-0}" -ge "$jdk_wanted" ]
}

# The folders that may hold a JDK, as patterns, one a line: those of distributions, SDKMAN, mise,
# asdf, Gradle, IDEs, Homebrew and macOS.
jdk_places() {
    cat <<END
/usr/lib/jvm/*
/usr/lib64/jvm/*
/usr/java/*
/usr/local/java/*
/usr/local/jdk*
/usr/local/openjdk*
/opt/*
/opt/java/*
/opt/jdk/*
$HOME/.sdkman/candidates/java/*
$HOME/.local/share/mise/installs/java/*
$HOME/.asdf/installs/java/*
$HOME/.gradle/jdks/*
$HOME/.jdks/*
$HOME/.local/share/jplay/jdk*
/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
/home/linuxbrew/.linuxbrew/opt/openjdk*
/Library/Java/JavaVirtualMachines/*/Contents/Home
$HOME/Library/Java/JavaVirtualMachines/*/Contents/Home
END
}

# Looks at one folder; the version jplay is tested with wins, else the first newer one.
consider_jdk() {
    is_jdk "$1" || return 1
    if [ "$jdk_feature" -eq "$jdk_wanted" ]; then
        jdk=$1
        return 0
    fi
    [ -n "$jdk_newer" ] || jdk_newer=$1
    return 1
}

search_jdk() {
    jdk='' jdk_newer=''
    jdk_java=$(command -v java 2>/dev/null) || jdk_java=''
    if [ -z "${JPLAY_JDK_SEARCH+set}" ] && [ -n "$jdk_java" ]; then
        jdk_java=$(readlink -f "$jdk_java" 2>/dev/null || echo "$jdk_java")
        consider_jdk "${jdk_java%/bin/java}" && return 0
    fi
    jdk_ifs=$IFS
    IFS='
'
    for jdk_place in ${JPLAY_JDK_SEARCH-$(jdk_places)}; do
        if consider_jdk "$jdk_place"; then
            IFS=$jdk_ifs
            return 0
        fi
    done
    IFS=$jdk_ifs
    jdk=$jdk_newer
    [ -n "$jdk" ] && is_jdk "$jdk"
}

# JAVA_HOME wins, then the one found last time, then the search. JPLAY_JDK_SEARCH (patterns of
# folders, one a line) takes the place of PATH and all known folders.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then
        jdk=$JAVA_HOME
        return 0
    fi
    if [ -z "${JPLAY_JDK_SEARCH+set}" ] && [ -r "$root/target/jdk" ]; then
        read -r jdk <"$root/target/jdk" && is_jdk "$jdk" && return 0
    fi
    search_jdk || return 1
    if [ -z "${JPLAY_JDK_SEARCH+set}" ]; then
        { mkdir -p "$root/target" && echo "$jdk" >"$root/target/jdk"; } 2>/dev/null || :
    fi
}

# One sentence on what to install here.
no_jdk() {
    if command -v brew >/dev/null 2>&1; then
        jdk_install="'brew install openjdk@$jdk_wanted'"
    elif command -v apt-get >/dev/null 2>&1; then
        jdk_install="'apt-get install openjdk-$jdk_wanted-jdk-headless' (Debian 13, Ubuntu 24.04 or newer)"
    elif command -v dnf >/dev/null 2>&1; then
        jdk_install="'dnf install java-$jdk_wanted-openjdk-devel'"
    elif command -v apk >/dev/null 2>&1; then
        jdk_install="'apk add openjdk$jdk_wanted'"
    else
        jdk_install="'sdk install java' of SDKMAN"
    fi
    echo "${0##*/}: found no JDK $jdk_wanted or newer: install one, for example with $jdk_install, or point JAVA_HOME at one." >&2
}
