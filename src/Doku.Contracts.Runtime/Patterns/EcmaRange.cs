namespace Doku.Contracts.Runtime;

/// <summary>A range of code points, both ends included.</summary>
internal readonly record struct EcmaRange(int First, int Last);
