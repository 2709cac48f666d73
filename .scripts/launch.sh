# Sourced by ./run and ./carillon, which are in $root: builds what is missing and starts the program.
. "$root/.scripts/jdk.sh"

# Whether a source is newer than the last build.
is_stale() {
  [ ! -f "$root/app/target/built" ] ||
    [ -n "$(find "$root/pom.xml" "$root/api" "$root/api-codegen" "$root/protocol" "$root/server" "$root/app" \
      -name target -prune -o -path '*/src/test' -prune -o -type f -newer "$root/app/target/built" -print | head -n 1)" ]
}

build_if_stale() {
  if ! is_stale; then
    return 0
  fi
  find_maven || return 1
  echo "Building Carillon; the first time this takes a few minutes." >&2
  mkdir -p "$root/app/target"
  # Made before the build, so that what is edited meanwhile counts as newer.
  touch "$root/app/target/building"
  (cd "$root" && mvn -B -q -ntp -Dstyle.color=never -DskipTests -Djacoco.skip=true -pl app -am package >&2) || {
    echo "The build failed; its errors stand above." >&2
    return 1
  }
  mv "$root/app/target/building" "$root/app/target/built"
}

# Becomes the program with the given arguments, so that signals reach it.
launch() {
  find_jdk || exit 1
  build_if_stale || exit 1
  exec "$JAVA_HOME/bin/java" \
    --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow \
    -XX:+UseG1GC \
    -XX:+ExitOnOutOfMemoryError \
    ${CARILLON_JAVA_OPTIONS:--Xmx1g} \
    -cp "$root/app/target/carillon-app-0.1.0.jar:$root/app/target/lib/*" \
    org.carillon.app.Main "$@"
}
