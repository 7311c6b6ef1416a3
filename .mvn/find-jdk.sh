# Sourced by mvnw: makes sure that JAVA_HOME names a JDK of version 25 or newer, or says plainly what is missing.
emaki_jdk=25

emaki_version_of() {
  [ -r "$1/release" ] && [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

emaki_find_jdk() {
  set +f
  for home in "${JAVA_HOME-}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(emaki_version_of "$home" || :)
    if [ -n "$version" ] && [ "$version" -ge "$emaki_jdk" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      set -f
      return 0
    fi
  done
  set -f
  return 1
}

if ! emaki_find_jdk; then
  cat >&2 <<TEXT
Emaki needs a JDK $emaki_jdk or newer, and none was found under JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman or ~/.jdks.
Get one, for instance Temurin from https://adoptium.net, or 'sdk install java $emaki_jdk-tem', or your system's package
(openjdk-$emaki_jdk-jdk, temurin-$emaki_jdk-jdk), and run this again. If it lies elsewhere: JAVA_HOME=/path/to/jdk ./mvnw …
TEXT
  exit 1
fi
