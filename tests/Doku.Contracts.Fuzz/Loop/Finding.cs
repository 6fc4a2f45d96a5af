using System.Security.Cryptography;

namespace Doku.Contracts.Fuzz.Loop;

/// <summary>An input that failed, and how.</summary>
internal sealed record Finding(byte[] Input, string Words)
{
    internal string FileName(string target) =>
        $"{target}-{Convert.ToHexStringLower(SHA256.HashData(Input))[..16]}";
}
