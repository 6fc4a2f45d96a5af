using Doku.Contracts.Fuzz.Loop;

namespace Doku.Contracts.Fuzz.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Func<IFuzzTarget>> Makers = new(
        StringComparer.Ordinal
    )
    {
        ["document"] = () => new DocumentTarget(),
        ["endpoint"] = () => new EndpointTarget(),
        ["header"] = () => new HeaderTarget(),
        ["reader"] = () => new ReaderTarget(),
        ["verifier"] = () => new VerifierTarget(),
    };

    internal static IEnumerable<string> Names => Makers.Keys.Order(StringComparer.Ordinal);

    internal static IFuzzTarget Create(string name) => Makers[name]();

    /// <summary>The folder of the corpus that a target's inputs are made of.</summary>
    internal static string CorpusOf(string name) => name == "document" ? "reader" : name;

    /// <summary>What makes a target's inputs, the same for the same seed.</summary>
    internal static Func<byte[]> InputsOf(string name, IReadOnlyList<byte[]> corpus, int seed) =>
        name == "document" ? new DocumentMaker(corpus, seed).Next : new Mutator(corpus, seed).Next;
}
