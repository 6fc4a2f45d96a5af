namespace Doku.Contracts.Fuzz.Targets;

/// <summary>
/// Something that takes input from outside. None of the targets documents any exception for input, whatever it holds:
/// each that comes through is a finding.
/// </summary>
internal interface IFuzzTarget : IDisposable
{
    /// <summary>Feeds one input.</summary>
    /// <returns>What it said, in a word that can be counted.</returns>
    /// <exception cref="FuzzException">It broke a promise.</exception>
    string Feed(byte[] input);
}
