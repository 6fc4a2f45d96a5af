using System.Globalization;

namespace Doku.Contracts.Benchmarks.Ledger;

/// <summary>
/// The processor time of a PostgreSQL server with all its sessions, those that have ended included, as Linux counts it.
/// </summary>
internal static class ServerProcesses
{
    // In which Linux counts, on every machine that .NET runs on.
    private const double MillisecondsATick = 10;

    /// <param name="session">The process of one of its sessions.</param>
    /// <returns>Milliseconds; not a number where there is no <c>/proc</c>.</returns>
    public static double ProcessorTime(int session)
    {
        if (Read(session) is not { } one)
        {
            return double.NaN;
        }

        // Ended sessions count as children of the server; living ones are found by their parent.
        var server = Read(one.Parent)!;
        var living = Directory
            .EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? Read(id) : null)
            .Where(process => process?.Parent == one.Parent)
            .Sum(process => process!.Own);
        return (server.Own + server.OfEnded + living) * MillisecondsATick;
    }

    private static Stat? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            // After the name, which may hold anything: state, parent, and from the eleventh on the times.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Stat(
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                Sum(fields[11..13]),
                Sum(fields[13..15])
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Sum(string[] fields) =>
        fields.Sum(field => long.Parse(field, CultureInfo.InvariantCulture));

    private sealed record Stat(int Parent, long Own, long OfEnded);
}
