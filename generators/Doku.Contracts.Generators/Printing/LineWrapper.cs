namespace Doku.Contracts.Generators.Printing;

/// <summary>Breaks a line of code that is too long to read at its arguments.</summary>
internal static class LineWrapper
{
    private const int LongestLine = 150;
    private const string Indent = "    ";
    private const string Joint = "\" + \"";

    /// <summary>The lines that a line becomes; most often itself.</summary>
    /// <param name="line">The line, without indentation.</param>
    /// <param name="indentation">How far it is indented.</param>
    public static IEnumerable<string> Wrap(string line, int indentation)
    {
        if (
            line.Length + indentation <= LongestLine
            || line.StartsWith("//", StringComparison.Ordinal)
        )
        {
            return [line];
        }

        if (FindArguments(line) is { } found)
        {
            var (open, commas, close) = found;
            var lines = new List<string> { line.Substring(0, open + 1) };
            var from = open + 1;
            foreach (var comma in commas.Append(close))
            {
                var argument = line.Substring(from, comma - from).Trim();
                var tail = comma == close ? "" : ",";
                lines.AddRange(
                    Wrap(argument + tail, indentation + Indent.Length).Select(l => Indent + l)
                );
                from = comma + 1;
            }

            lines.Add(line.Substring(close));
            return lines;
        }

        if (FindBody(line) is { } body)
        {
            return
            [
                line.Substring(0, body).TrimEnd(),
                .. Wrap(line.Substring(body), indentation + Indent.Length).Select(l => Indent + l),
            ];
        }

        var joint = line.IndexOf(Joint, StringComparison.Ordinal);
        return joint < 0
            ? [line]
            :
            [
                line.Substring(0, joint + 1),
                .. Wrap(
                        "+ " + line.Substring(joint + Joint.Length - 1),
                        indentation + Indent.Length
                    )
                    .Select((l, i) => Indent + l.TrimStart()),
            ];
    }

    // The outermost brackets whose content is most of the line.
    private static (int Open, List<int> Commas, int Close)? FindArguments(string line)
    {
        (int Open, List<int> Commas, int Close)? best = null;
        var stack = new Stack<(int Open, List<int> Commas)>();
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' or '\'':
                    i = EndOfLiteral(line, i);
                    break;
                case '(' or '[' or '{' or '<' when line[i] != '<' || IsTypeArgument(line, i):
                    stack.Push((i, []));
                    break;
                case ')' or ']' or '}' when stack.Count > 0:
                case '>' when stack.Count > 0 && line[stack.Peek().Open] == '<':
                    var (open, commas) = stack.Pop();
                    if (
                        stack.Count == 0
                        && line[open] == '('
                        && i > open + 1
                        && (best is null || i - open > best.Value.Close - best.Value.Open)
                    )
                    {
                        best = (open, commas, i);
                    }
                    else if (
                        stack.Count == 1
                        && line[stack.Peek().Open] == '['
                        && stack.Peek().Open == 0
                        && line[open] == '('
                    )
                    {
                        // An attribute's arguments.
                        best = (open, commas, i);
                    }

                    break;
                case ',' when stack.Count > 0:
                    stack.Peek().Commas.Add(i);
                    break;
            }
        }

        return best;
    }

    // Where a member's body or an assigned value begins.
    private static int? FindBody(string line)
    {
        for (var i = 1; i < line.Length - 1; i++)
        {
            if (line[i] is '"' or '\'')
            {
                i = EndOfLiteral(line, i);
            }
            else if (line[i] == '=' && line[i - 1] == ' ' && (line[i + 1] is '>' or ' '))
            {
                var body = i + (line[i + 1] == '>' ? 3 : 2);
                return body < line.Length ? body : null;
            }
        }

        return null;
    }

    private static bool IsTypeArgument(string line, int at) =>
        at > 0 && (char.IsLetterOrDigit(line[at - 1]) || line[at - 1] == '_');

    private static int EndOfLiteral(string line, int from)
    {
        var quote = line[from];
        var at = from + 1;
        while (at < line.Length && line[at] != quote)
        {
            at += line[at] == '\\' ? 2 : 1;
        }

        return at;
    }
}
