namespace Doku.Contracts.Schema.Model;

/// <summary>The name of a generated type.</summary>
public sealed record TypeName(string Namespace, string Name)
{
    public string Full => $"global::{Namespace}.{Name}";
}
