#!/bin/sh
# base.sh FOLDER: makes FOLDER/base.tar, the image below Footnote's, where no registry can be reached: a Java run time made
# by jlink and the libraries of this machine's Debian that it and ONNX Runtime load. No shell, no package manager.
set -eu
folder=$1
jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
root=$folder/root
rm -rf "$root" "$folder/base"
# Jib wants to see the classes of a project, though the image is made of none.
mkdir -p "$folder/build/classes"
mkdir -p "$root/opt" "$root/etc" "$root/data" "$root/tmp" "$root/lib64" "$root/proc" "$root/dev" "$root/sys" "$folder/base"
"$jdk/bin/jlink" --module-path "$jdk/jmods" --output "$root/opt/java" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
# Debian's own JDK has links there.
cp -L "$jdk/lib/security/cacerts" "$root/opt/java/lib/security/cacerts"
# A screen and sound, which nothing asks for.
(cd "$root/opt/java/lib" && rm -f libawt_xawt.so libjawt.so libsplashscreen.so libjsound.so)
# What those need that remain, what the native code in the application needs, and names of hosts.
multiarch=$(ldd "$jdk/bin/java" | sed -n 's|.* => \(/[^ ]*\)/libc\.so\.6 .*|\1|p')
{
  find "$root/opt/java" -name '*.so' -o -path '*/bin/java' | xargs ldd 2>/dev/null | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | grep -v "^$folder"
  for name in libc.so.6 libm.so.6 libdl.so.2 librt.so.1 libpthread.so.0 libresolv.so.2 libstdc++.so.6 libgcc_s.so.1 libz.so.1; do
    for each in "$multiarch/$name" "/usr$multiarch/$name" "${multiarch#/usr}/$name"; do
      [ -e "$each" ] && echo "$each" && break
    done
  done
} | grep -v '/opt/java/' | sort -u | while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
cp -L /lib64/ld-linux-x86-64.so.2 "$root/lib64/"
printf 'root:x:0:0:root:/:/none\nfootnote:x:10001:10001:Footnote:/data:/none\n' > "$root/etc/passwd"
printf 'root:x:0:\nfootnote:x:10001:\n' > "$root/etc/group"
printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
# The same files make the same layer.
find "$root" -exec touch -h -d '2026-01-01T00:00:00Z' {} +
tar --sort=name --numeric-owner --owner=0 --group=0 --exclude=./data -cf "$folder/base/layer.tar" -C "$root" .
tar --sort=name --numeric-owner --owner=10001 --group=10001 -rf "$folder/base/layer.tar" -C "$root" ./data
digest=$(sha256sum "$folder/base/layer.tar" | cut -d' ' -f1)
printf '{"architecture":"amd64","os":"linux","config":{"Env":["PATH=/opt/java/bin"]},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' "$digest" > "$folder/base/config.json"
printf '[{"Config":"config.json","RepoTags":["footnote-base:latest"],"Layers":["layer.tar"]}]' > "$folder/base/manifest.json"
tar -cf "$folder/base.tar" -C "$folder/base" manifest.json config.json layer.tar
rm -rf "$root" "$folder/base"
