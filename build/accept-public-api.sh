#!/usr/bin/env bash
# Writes the public surface of every library in src/ into its PublicAPI.Unshipped.txt. Review the difference.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  [ -f "$folder/PublicAPI.Unshipped.txt" ] || continue
  printf '#nullable enable\n' > "$folder/PublicAPI.Unshipped.txt"
  # RS0016 names each public symbol that the text file lacks; projects that this one refers to are built along with it.
  dotnet build "$project" --no-incremental -v q -nologo -p:TreatWarningsAsErrors=false -p:WarningsNotAsErrors=RS0016 2>&1 |
    grep -F "/$(basename "$project")]" |
    sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" |
    LC_ALL=C sort -u >> "$folder/PublicAPI.Unshipped.txt"
  echo "$folder: $(wc -l < "$folder/PublicAPI.Unshipped.txt") lines"
done
