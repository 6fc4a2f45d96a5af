using Doku.Contracts.Sandbox.Schemas;

namespace Doku.Contracts.Sandbox.Answers;

/// <summary>A contract asks for an answer that the sandbox can't make up: the schema's <c>examples</c> would help it.</summary>
internal sealed class UnanswerableException(string schema, IReadOnlyList<Violation> violations)
    : NotSupportedException(
        $"The sandbox can't make a body for '{schema}': {string.Join("; ", violations)}. Give the members examples."
    );
