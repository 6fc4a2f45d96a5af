using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>Commands with named parameters, in ADO.NET's own terms.</summary>
internal static class SqlCommands
{
    internal static DbCommand Command(
        this DbConnection connection,
        string sql,
        DbTransaction? transaction = null,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value switch
            {
                DateTimeOffset moment => moment.ToUnixTimeMilliseconds(),
                null => DBNull.Value,
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }

    internal static DateTimeOffset GetMoment(this DbDataReader reader, int ordinal) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(ordinal));
}
