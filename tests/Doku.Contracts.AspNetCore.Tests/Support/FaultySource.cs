using System.Data.Common;

namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>A database that can be down.</summary>
internal sealed class FaultySource(DbDataSource real) : DbDataSource
{
    internal bool IsDown { get; set; }

    public override string ConnectionString => real.ConnectionString;

    protected override DbConnection CreateDbConnection() =>
        IsDown ? throw new DownException() : real.CreateConnection();

    private sealed class DownException() : DbException("The database is down.");
}
