namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>A change of one value of an instance.</summary>
/// <param name="Kind">What is changed, in words.</param>
/// <param name="Text">The JSON text that takes the value's place.</param>
internal readonly record struct Mutation(string Kind, string Text);
