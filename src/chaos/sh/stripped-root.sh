#!/bin/bash
# Renders a film where there is nothing but five libraries of the system and a JDK: no fontconfig, no programs, no network.
# As root, after ./mvnw -DskipTests package:   JAVA_HOME=… src/chaos/sh/stripped-root.sh [target/emaki.jar]
set -euo pipefail
jar=$(realpath "${1:-target/emaki.jar}")
jdk=$(realpath "${JAVA_HOME:?Say where the JDK is with JAVA_HOME}")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{jdk,app,tmp,out,proc,dev}
touch "$root"/app/emaki.jar "$root"/dev/{null,random,urandom}
# libc comes in several files; the loader lies where the JDK's own launcher looks for it
loader=$(ldd "$jdk/bin/java" | awk '/ld-linux/ {print $1}')
for name in libc.so.6 libm.so.6 libstdc++.so.6 libgcc_s.so.1 libz.so.1 libpthread.so.0 libdl.so.2 librt.so.1; do
  lib=$(ldconfig -p | awk -v name="$name" '$1 == name && !seen++ {print $NF}')
  mkdir -p "$root$(dirname "$lib")"
  cp -L "$lib" "$root$lib"
done
mkdir -p "$root$(dirname "$loader")"
cp -L "$loader" "$root$loader"
# mounts end with the namespace
unshare --mount --net bash -euc '
  root=$1 jdk=$2 jar=$3
  mount --bind "$jdk" "$root/jdk"
  mount --bind "$jar" "$root/app/emaki.jar"
  mount --bind /proc "$root/proc"
  for d in null random urandom; do mount --bind "/dev/$d" "$root/dev/$d"; done
  exec chroot "$root" /jdk/bin/java -Xmx640m --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.cachedir=/tmp/natives \
    -jar /app/emaki.jar kamishibai --prompt "雪の村を狐が走る「こんにちは」" --seconds 4 --size 320x480 --out /out/film.mp4
' bash "$root" "$jdk" "$jar"
[ -s "$root/out/film.mp4" ] || { echo "No film came out of the stripped root"; exit 1; }
echo "stripped root: a film of $(stat -c %s "$root/out/film.mp4") bytes"
