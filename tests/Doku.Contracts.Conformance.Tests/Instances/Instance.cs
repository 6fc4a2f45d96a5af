using System.Text;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>An instance that is judged.</summary>
/// <param name="Kind">How it came to be.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record Instance(string Kind, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}
