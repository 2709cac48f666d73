# Sourced by the scripts at the root: finds a JDK of version 25 or newer, and Maven.
# Written for bash 3.2, which is what macOS has.

# The major version of the JDK in folder $1, or 0 when there is none.
jdk_version() {
  local version=""
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

# Sets and exports JAVA_HOME, or says what to install and returns 1.
find_jdk() {
  local on_path="" home=""
  if command -v javac >/dev/null 2>&1; then
    # javac on PATH is often a chain of links into the JDK.
    on_path=$(command -v javac)
    while [ -L "$on_path" ]; do
      local target
      target=$(readlink "$on_path")
      case "$target" in
        /*) on_path="$target" ;;
        *) on_path="$(dirname "$on_path")/$target" ;;
      esac
    done
    on_path=$(cd "$(dirname "$on_path")/.." && pwd)
  fi
  for home in \
    "${JAVA_HOME:-}" \
    "$on_path" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/*; do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
      export JAVA_HOME="$home"
      return 0
    fi
  done
  echo "Carillon needs a JDK 25 or newer: install one (for example Temurin 25 from https://adoptium.net) or point JAVA_HOME at it." >&2
  return 1
}

# Sees that mvn can be called, or says what to install and returns 1.
find_maven() {
  if command -v mvn >/dev/null 2>&1; then
    return 0
  fi
  echo "Carillon is built with Maven 3.8 or newer: install it (Debian: apt-get install maven; macOS: brew install maven)." >&2
  return 1
}
