namespace Doku.Contracts.Schema.Model;

/// <summary>Something that is printed: a type, a document's left-over assertions, or a contract.</summary>
public abstract record SourceModel;
