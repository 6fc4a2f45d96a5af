namespace Doku.Contracts.Tests.Shared;

/// <summary>What the tests' PostgreSQL server says where there is none; a benchmark can't be skipped.</summary>
internal static class Tool
{
    internal static InvalidOperationException Missing(string words) => new(words);
}
