# Sourced by ./run and ./carillon, which are in $root: builds what is missing and starts the program.
. "$root/.scripts/jdk.sh"

# A checksum of all that the program is built from. By content, since a copy of the checkout or a switch
# of branches and back gives files another time and changes nothing.
sources() {
  (cd "$root" && find pom.xml api api-codegen protocol platform server app \
    -name target -prune -o -path '*/src/test' -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum)
}

# Of Maven's output, a line for each module, and warnings and errors: some warnings are errors here.
progress() {
  sed -n -e 's/^\[INFO\] Building \(Carillon [^ ]*\) .*\(\[[0-9/]*\]\)$/\1 \2/p;t' -e '/^\[INFO\]/!p'
}

build_if_stale() {
  # Taken before the build, so that what is edited meanwhile counts as changed.
  local now="" built="$root/app/target/built"
  now=$(sources)
  if [ -f "$built" ] && [ "$now" = "$(cat "$built")" ]; then
    return 0
  fi
  find_maven || return 1
  echo "Building Carillon; the first time this takes a few minutes." >&2
  (cd "$root" && mvn -B -ntp -Dstyle.color=never -DskipTests -Djacoco.skip=true -pl app -am package 2>&1 |
    progress >&2) || {
    echo "The build failed; its errors stand above." >&2
    return 1
  }
  echo "$now" >"$built"
}

# Becomes the program with the given arguments, so that signals reach it.
launch() {
  find_jdk || exit 1
  build_if_stale || exit 1
  # What the program calls itself in its hints, so that they can be pasted where it was called.
  local command="$root/carillon"
  if [ "$PWD" = "$root" ]; then
    command=./carillon
  fi
  export CARILLON_COMMAND="$command"
  exec "$JAVA_HOME/bin/java" \
    --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow \
    -XX:+UseG1GC \
    -XX:+ExitOnOutOfMemoryError \
    ${CARILLON_JAVA_OPTIONS:--Xmx1g} \
    -cp "$root/app/target/carillon-app-0.1.0.jar:$root/app/target/lib/*" \
    org.carillon.app.Main "$@"
}
