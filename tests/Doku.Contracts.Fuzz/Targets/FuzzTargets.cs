namespace Doku.Contracts.Fuzz.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Func<IFuzzTarget>> Makers = new(
        StringComparer.Ordinal
    )
    {
        ["endpoint"] = () => new EndpointTarget(),
        ["header"] = () => new HeaderTarget(),
        ["reader"] = () => new ReaderTarget(),
        ["verifier"] = () => new VerifierTarget(),
    };

    internal static IEnumerable<string> Names => Makers.Keys.Order(StringComparer.Ordinal);

    internal static IFuzzTarget Create(string name) => Makers[name]();
}
