using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Doku.Contracts.SchemaFuzz.Cases;
using Doku.Contracts.SchemaFuzz.Judges;
using Doku.Contracts.SchemaFuzz.Reading;

namespace Doku.Contracts.SchemaFuzz.Checking;

/// <summary>What a run counted.</summary>
internal sealed partial class Statistics
{
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _diagnostics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _deviations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _refusals = new(StringComparer.Ordinal);

    public int Schemas { get; private set; }

    public int Refused { get; private set; }

    public int Instances { get; private set; }

    public int Valid { get; private set; }

    public int JudgedByNone { get; private set; }

    public int JudgedByAjv { get; private set; }

    public int JudgedByHyperjump { get; private set; }

    public int RecordShapes { get; private set; }

    public int Records { get; private set; }

    /// <summary>How many schemas show each kind of fault.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public void Add(Reading.Reading reading)
    {
        Instances++;
        Valid += reading.IsValid ? 1 : 0;
    }

    public void AddJudged(bool byAjv, bool byHyperjump)
    {
        JudgedByAjv += byAjv ? 1 : 0;
        JudgedByHyperjump += byHyperjump ? 1 : 0;
    }

    public void Add(Deviation deviation) =>
        _deviations[deviation.Name] = _deviations.GetValueOrDefault(deviation.Name) + 1;

    public void AddRecord(bool isRecord)
    {
        RecordShapes++;
        Records += isRecord ? 1 : 0;
    }

    public void Add(Dictionary<string, int> diagnostics)
    {
        foreach (var (id, count) in diagnostics)
        {
            _diagnostics[id] = _diagnostics.GetValueOrDefault(id) + count;
        }
    }

    public void Add(FuzzCase fuzzCase, Verdicts? verdicts, IReadOnlyList<Fault> faults)
    {
        Schemas++;
        Refused += faults.Any(f => f.Kind.StartsWith("refused", StringComparison.Ordinal)) ? 1 : 0;
        foreach (var kind in faults.Select(f => f.Kind).Distinct())
        {
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        }

        if (verdicts is { Ajv: null, Hyperjump: null })
        {
            JudgedByNone++;
        }

        if (verdicts is { Refusals: { Length: > 0 } words })
        {
            var key = words.Length > 90 ? words[..90] : words;
            key = Folder().Replace(key, "/f/");
            _refusals[key] = _refusals.GetValueOrDefault(key) + 1;
        }
    }

    [GeneratedRegex("/f[0-9]+/")]
    private static partial Regex Folder();

    public override string ToString()
    {
        var text = new StringBuilder();
        Line($"{Schemas} schemas, {Refused} refused, {JudgedByNone} taken by no judge");
        Line(
            $"{Instances} instances, {Valid} valid by ours; {JudgedByAjv} judged by ajv, {JudgedByHyperjump} by hyperjump"
        );
        Line(
            $"{RecordShapes} schemas with members where types are made, {Records} of them records"
        );
        foreach (var (kind, count) in _kinds)
        {
            Line($"  {count, 7} {kind}");
        }

        foreach (var (name, count) in _deviations)
        {
            Line($"  {count, 7} explained: {name}");
        }

        Line($"diagnostics: {string.Join(", ", _diagnostics.Select(d => $"{d.Key} {d.Value}"))}");
        foreach (var (words, count) in _refusals.OrderByDescending(r => r.Value).Take(15))
        {
            Line($"  {count, 7} {words}");
        }

        return text.ToString();

        void Line(FormattableString line) =>
            text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
