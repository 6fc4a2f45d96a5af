namespace Doku.Contracts.Sandbox;

/// <summary>One line of an order, as the payment page shows it.</summary>
public sealed class SandboxOrderLine
{
    /// <summary>The item's name.</summary>
    public required string Name { get; init; }

    /// <summary>Price of one piece in rupiah.</summary>
    public required decimal Price { get; init; }

    /// <summary>Number of pieces.</summary>
    public required decimal Quantity { get; init; }
}
