using System.Data.Common;
using Doku.Contracts.Runtime;

namespace Doku.Contracts.AspNetCore;

/// <summary>A status with its meaning in the columns of an order.</summary>
internal static class StoredStatus
{
    internal const string Columns = "status, ranked_status, status_rank, is_paid";

    // Builds before version 4 of the tables knew the paylater statuses alone, and wrote no rank.
    private static readonly ContractStatus[] WithoutRank =
    [
        new("PENDING", ContractStatus.InitialRank, IsPaid: false),
        new("EXPIRED", 1, IsPaid: false),
        new("SUCCESS", 2, IsPaid: true),
        new("REFUNDED", 3, IsPaid: false),
    ];

    /// <summary>A condition: the status isn't final.</summary>
    internal static string IsOpen { get; } =
        $"""
            CASE WHEN ranked_status = status THEN status_rank <= 0
              ELSE status NOT IN ({string.Join(
                ", ",
                WithoutRank.Where(status => status.IsFinal).Select(status => $"'{status.Value}'")
            )}) END
            """;

    internal static (string Name, object? Value)[] Parameters(ContractStatus status) =>
        [("status", status.Value), ("rank", status.Rank), ("paid", status.IsPaid ? 1 : 0)];

    /// <summary>Reads <see cref="Columns"/>, which come first.</summary>
    internal static ContractStatus Read(DbDataReader reader)
    {
        var text = reader.GetString(0);
        return !reader.IsDBNull(1) && reader.GetString(1) == text
                ? new ContractStatus(text, reader.GetInt32(2), reader.GetInt32(3) != 0)
            : Array.Find(WithoutRank, status => status.Value == text) is { Rank: not 0 } known
                ? known
            : new ContractStatus(text, 0, IsPaid: false);
    }
}
